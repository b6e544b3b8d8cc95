"""What runs the tasks of an export: this process, a pool of workers, a process of its own."""
