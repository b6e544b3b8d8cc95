"""The pictures in the centre: panes, the views that arrange them, and the threads that have them rendered."""
