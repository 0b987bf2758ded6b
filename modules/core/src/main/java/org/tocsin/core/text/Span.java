package org.tocsin.core.text;

/** A stretch of a text, in UTF-16 units: {@code start} included, {@code end} not. */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(start + ".." + end);
        }
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
