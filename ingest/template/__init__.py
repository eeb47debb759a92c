"""The workbook that an authority fills in: made from the contract, the definitions and what it handed in before."""
