/** Kept by the service worker and shown where nothing can be fetched, scripts included. */
