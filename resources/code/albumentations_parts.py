"""Parts of generated scripts: for Albumentations 2.0.8."""

import albumentations as A


class WithNumpy(A.ImageOnlyTransform):
    """Calls a function of NumPy with the picture and a random generator."""

    def __init__(self, function, p=1.0):
        super().__init__(p=p)
        self.function = function

    def apply(self, img, **params):
        """Change the picture."""
        return self.function(img, self.random_generator)


def check_version():
    """End where another library or version answers to the name."""
    if A.__version__ != "2.0.8":
        raise SystemExit(
            f"albumentations is {A.__version__}, which takes other parameters without a word; "
            "this script was written for 2.0.8: pip install albumentations==2.0.8"
        )
