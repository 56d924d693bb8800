"""Achievement of Indonesian public bodies, computed: pure pandas, numbers in, numbers out."""
