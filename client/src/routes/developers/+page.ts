/** Nothing here is live, so the page sends no scripts. */
