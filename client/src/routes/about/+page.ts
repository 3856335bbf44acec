/** Nothing here moves: not one script is sent. */
