"""The command ``kg``: parse arguments, call one library function, print."""
