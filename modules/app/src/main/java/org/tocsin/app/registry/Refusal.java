package org.tocsin.app.registry;

import org.tocsin.wire.registry.Compatibility;

/** A request that is answered with no, in Confluent's codes and words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    /**
     * @param code Confluent's: the HTTP status, where need be with two more digits
     */
    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.status = code < 1000 ? code : code / 100;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static Refusal noSuchPlace() {
        return new Refusal(404, "HTTP 404 Not Found");
    }

    static Refusal wrongMethod() {
        return new Refusal(405, "HTTP 405 Method Not Allowed");
    }

    static Refusal noSubject(String subject) {
        return new Refusal(40401, "Subject '" + subject + "' not found.");
    }

    static Refusal noVersion(int version) {
        return new Refusal(40402, "Version " + version + " not found.");
    }

    static Refusal noSchema(int id) {
        return new Refusal(40403, "Schema " + id + " not found");
    }

    static Refusal notRegistered() {
        return new Refusal(40403, "Schema not found");
    }

    static Refusal alreadyDeleted(String subject) {
        return new Refusal(
                40404,
                "Subject '%s' was soft deleted. Set permanent=true to delete permanently"
                        .formatted(subject));
    }

    static Refusal notYetDeleted(String subject) {
        return new Refusal(
                40405,
                "Subject '%s' was not deleted first before being permanently deleted"
                        .formatted(subject));
    }

    static Refusal alreadyDeleted(String subject, int version) {
        return new Refusal(
                40406,
                "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently"
                        .formatted(subject, version));
    }

    static Refusal notYetDeleted(String subject, int version) {
        return new Refusal(
                40407,
                "Subject '%s' Version %d was not deleted first before being permanently deleted"
                        .formatted(subject, version));
    }

    static Refusal noRule(String subject) {
        return new Refusal(
                40408,
                "Subject '%s' does not have subject-level compatibility configured"
                        .formatted(subject));
    }

    static Refusal incompatible(String subject, Compatibility rule, String faults) {
        return new Refusal(
                409,
                "Schema being registered is incompatible with an earlier schema for subject "
                        + "\"%s\" under %s, details: %s".formatted(subject, rule, faults));
    }

    static Refusal badSchema(String reason) {
        return new Refusal(42201, "Invalid schema: " + reason);
    }

    static Refusal badVersion(String version) {
        return new Refusal(
                42202,
                ("The specified version '%s' is not a valid version id. Allowed values are between"
                                + " [1, 2^31-1] and the string \"latest\"")
                        .formatted(version));
    }

    static Refusal badRule(String rule) {
        return new Refusal(42203, "Invalid compatibility level: " + rule);
    }

    static Refusal badMode(String mode) {
        return new Refusal(42204, "Invalid mode: " + mode + ". This registry is READWRITE");
    }

    static Refusal badBody(String reason) {
        return new Refusal(422, reason);
    }
}
