"""The pictures in the centre: what to show, rendering beside the GUI thread, and panes that show it."""
