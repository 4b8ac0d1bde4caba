"""What is wrong between a Chinese text and its English: family B. Pure functions from texts to problems.

`pairs.check_pair` looks at one text in both languages, `pairs.check_pairs` at the texts of a document together. The
categories are the names of ITS 2.0 (locQualityIssueType).
"""
