"""What people take along from a shop-front: sets of pages on a phone, and codes that prove where a paper comes from."""
