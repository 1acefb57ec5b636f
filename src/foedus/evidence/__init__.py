"""Evidence: who said what, when and where, each with the characters it rests on."""
