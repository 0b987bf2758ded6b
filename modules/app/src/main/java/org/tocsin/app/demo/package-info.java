/**
 * The newsroom of the demo: four days of invented news, told by fifteen invented outlets, played on
 * a compressed clock through a local feed server.
 *
 * <p>The news itself is data under {@code sample/news}, one file a day, meant to be read and
 * reviewed like a newspaper. {@link org.tocsin.app.demo.SampleNews} loads it; {@link
 * org.tocsin.app.demo.ReplayClock} says what time it is in the replay; {@link
 * org.tocsin.app.demo.SampleFeedServer} serves at any moment the feeds as they would look then.
 *
 * <p>Everything in it is made up. States and their leaders appear in diplomatic routine only;
 * outlets live under {@code .example}, which can never be a real site.
 */
package org.tocsin.app.demo;
