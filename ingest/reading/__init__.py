"""From a workbook or a folder of CSV files to grids of cells; refuses what cannot be opened."""
