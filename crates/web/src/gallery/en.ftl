gallery-title = Samples of pages and parts
