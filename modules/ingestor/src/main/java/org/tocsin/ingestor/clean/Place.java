package org.tocsin.ingestor.clean;

/** Where HTML stands: a feed's item is mostly the article, a page mostly is not. */
enum Place {
    FEED,
    PAGE
}
