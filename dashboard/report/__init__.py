"""The report of one authority: an A4 document, slides and a workbook with the figures of the marts."""
