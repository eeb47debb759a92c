"""Pure figures: a frame in, an Altair chart out; they know neither Streamlit nor the database."""
