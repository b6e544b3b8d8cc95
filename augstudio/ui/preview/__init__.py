"""The pictures in the centre: panes, the views that arrange them, and the workers that have them rendered."""
