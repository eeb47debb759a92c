"""The pages that the bench of the dashboard opens in a real browser, and what it reads off them."""
