/** The address is a secret of whoever holds it, and a form is all it needs. */
