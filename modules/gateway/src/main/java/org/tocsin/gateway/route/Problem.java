package org.tocsin.gateway.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Why a request was refused, as RFC 9457 has it. {@code errors} name the places, where there are
 * any; {@code type} is {@code about:blank} when the status says it all.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A fault at a line and column of the body, both from 1; {@code pointer} names the field of a
     * JSON body (RFC 6901). What is not known is null, and left out.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(Integer line, Integer column, String pointer, String message) {

        static Fault of(String pointer, String message) {
            return new Fault(null, null, pointer, message);
        }

        public Fault(int line, int column, String message) {
            this(line, column, null, message);
        }
    }

    public static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null);
    }

    /** The body could be read, but does not say what it must. */
    public static Problem unprocessable(String title, List<Fault> faults) {
        return new Problem("about:blank", title, 422, faults.get(0).message(), faults);
    }

    public static Refused notFound(String what) {
        return of(404, "Not found", what).refused();
    }

    public static Refused badRequest(String why) {
        return of(400, "Bad request", why).refused();
    }

    public Refused refused() {
        return new Refused(this);
    }

    /** Carries a problem from where it is found to the one place that answers it. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.detail(), null, false, false);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}
