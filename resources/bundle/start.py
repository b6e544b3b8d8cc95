"""Where the bundled program begins, its worker processes too, which start the same file again."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()
    from augstudio.__main__ import main

    main()
