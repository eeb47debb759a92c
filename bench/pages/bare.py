"""The page to measure against: a choice, a title and one chart of as many marks as the link asks for; nothing else."""

import altair as alt
import pandas as pd
import streamlit as st

N_OPTIONS = 285

st.set_page_config(layout="wide")
names = [f"Keuze {number:03}" for number in range(1, N_OPTIONS + 1)]
name = st.sidebar.selectbox("Gemeente", names)
n_marks = int(st.query_params.get("marks", "100"))
step = names.index(name) + 1
rows = pd.DataFrame({"x": range(n_marks), "y": [place * step % 97 for place in range(n_marks)]})
st.title(name)
chart = alt.Chart(rows, usermeta={"embedOptions": {"renderer": "svg"}}).mark_circle().encode(x="x:Q", y="y:Q")
st.altair_chart(chart)
