package org.tocsin.gateway.route;

import java.util.List;

/**
 * What is the same around every desk: the head, the bar with the navigation, the shapes, the list
 * of keys. A desk's file has what it adds to the head, a line {@value #BODY}, and what stands below
 * the bar.
 */
final class Shell {

    private static final String BODY = "<!-- body -->\n";

    private final String frame;
    private final List<Desk> desks;

    /**
     * @param frame HTML with {@code {{head}}}, {@code {{shapes}}}, {@code {{desks}}} and {@code
     *     {{body}}}
     * @param desks those that the navigation names
     */
    Shell(String frame, String shapes, List<Desk> desks) {
        this.frame = frame.replace("{{shapes}}", shapes);
        this.desks = List.copyOf(desks);
    }

    /** The whole page of a desk. */
    String around(Desk desk, String part) {
        int at = part.indexOf(BODY);
        if (at < 0) {
            throw new IllegalArgumentException(desk.page() + " has no line " + BODY.strip());
        }
        return frame.replace("{{head}}", part.substring(0, at).strip())
                .replace("{{desks}}", navigation(desk))
                .replace("{{body}}", part.substring(at + BODY.length()).strip());
    }

    private String navigation(Desk current) {
        var links = new StringBuilder();
        for (Desk desk : desks) {
            links.append(
                    "<li data-needs=\"%s\"><a href=\"%s\" data-key=\"%s\"%s>%s</a></li>\n"
                            .formatted(
                                    desk.needs().id(),
                                    desk.path(),
                                    desk.key(),
                                    desk.equals(current) ? " aria-current=\"page\"" : "",
                                    desk.word()));
        }
        return links.toString().strip();
    }
}
