"""English as official texts write it: house styles, days, numbers, articles, posts and names."""
