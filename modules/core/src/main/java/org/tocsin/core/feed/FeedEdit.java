package org.tocsin.core.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Settings that somebody gives a feed, as text, whether on the command line, in JSON or in OPML:
 * one set of rules and of refusals for all. What is not given stays as it is.
 */
public final class FeedEdit {

    /** The settings by name, as they stand in JSON. */
    public static final List<String> FIELDS =
            List.of("title", "source", "language", "interval", "enabled", "pages", "robots");

    public static final Duration SHORTEST = Duration.ofSeconds(1);
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_LETTERS = 500;

    private final String url;

    /** A null value takes the setting back. */
    private final Map<String, Object> given = new LinkedHashMap<>();

    private FeedEdit(String url) {
        this.url = url;
    }

    /** Settings of the feed at that address, none yet. */
    public static FeedEdit of(String url) throws BadFeed {
        var fault = FeedAddress.fault(url);
        if (fault.isPresent()) {
            throw new BadFeed("url", fault.get());
        }
        return new FeedEdit(url.strip());
    }

    /** Settings of a feed that is known otherwise, none yet: its address stays. */
    public static FeedEdit ofKnown() {
        return new FeedEdit(null);
    }

    /** The feed's address; null where it is to stay. */
    public String url() {
        return url;
    }

    /**
     * Gives one of {@link #FIELDS}; null or nothing but space takes it back.
     *
     * @throws BadFeed where the feed cannot have that
     */
    public FeedEdit set(String field, String text) throws BadFeed {
        String value = text == null || text.isBlank() ? null : text.strip();
        given.put(field, value == null ? null : read(field, value));
        return this;
    }

    private static Object read(String field, String value) throws BadFeed {
        return switch (field) {
            case "title", "source" -> words(field, value);
            case "language" -> language(value);
            case "interval" -> interval(value);
            case "enabled", "pages", "robots" -> flag(field, value);
            default -> throw new BadFeed(field, "a feed has no " + field);
        };
    }

    private static String words(String field, String value) throws BadFeed {
        if (value.length() > MOST_LETTERS) {
            throw new BadFeed(field, field + " has at most " + MOST_LETTERS + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new BadFeed(field, field + " is one line of text, without control characters");
        }
        return value;
    }

    private static String language(String value) throws BadFeed {
        try {
            return new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new BadFeed(
                    "language", "language is a tag such as en or pt-BR, not '" + value + "'");
        }
    }

    private static Duration interval(String value) throws BadFeed {
        try {
            Duration interval = Duration.parse(value);
            if (interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0) {
                return interval;
            }
        } catch (DateTimeException e) {
            // Told below, like one that is too long.
        }
        throw new BadFeed(
                "interval",
                "interval is an ISO 8601 duration from PT1S to P30D such as PT5M, not '%s'"
                        .formatted(value));
    }

    private static Boolean flag(String field, String value) throws BadFeed {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new BadFeed(field, field + " is true or false, not '" + value + "'");
        }
        return Boolean.valueOf(value);
    }

    /** The feed with the settings that are given here; all else stays, its address too. */
    public Feed on(Feed before) {
        Feed feed = before;
        for (Map.Entry<String, Object> entry : given.entrySet()) {
            feed = with(feed, entry.getKey(), entry.getValue());
        }
        return feed;
    }

    private static Feed with(Feed feed, String field, Object value) {
        return switch (field) {
            case "title" -> feed.titled((String) value);
            case "source" -> feed.from((String) value);
            case "language" -> feed.speaking((String) value);
            case "interval" -> feed.every((Duration) value);
            case "enabled" -> feed.enabled(value == null || (Boolean) value);
            case "pages" -> feed.readingPages(value == null || (Boolean) value);
            default -> feed.obeyingRobots(value == null || (Boolean) value);
        };
    }
}
