"""The news release, 新闻通稿: what may be published of a meeting, told in Chinese, in English, or in both."""
