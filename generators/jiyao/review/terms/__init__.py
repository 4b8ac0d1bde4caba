"""Terms: how official Chinese words are rendered in English, and what machines make of them."""
