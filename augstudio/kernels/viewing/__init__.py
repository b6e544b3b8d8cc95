"""What a preview shows of pictures: sheets, differences, histograms."""
