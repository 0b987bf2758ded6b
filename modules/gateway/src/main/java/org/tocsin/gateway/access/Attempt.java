package org.tocsin.gateway.access;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to the provider and back: it must come back to the browser that set out ({@code state}),
 * with a token made for it ({@code nonce}) and a code that only it can use ({@code verifier}, PKCE,
 * RFC 7636). The browser keeps it in a cookie, so that any gateway can receive it; it is the
 * browser that these three protect, so it may know them.
 */
record Attempt(State state, Nonce nonce, CodeVerifier verifier, String next) {

    private static final Pattern TEXT =
            Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{1,3000})");
    private static final int BYTES = 32;

    static Attempt begin(String next) {
        return new Attempt(new State(BYTES), new Nonce(BYTES), new CodeVerifier(), next);
    }

    /** Empty where it is none of ours. */
    static Optional<Attempt> read(String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(
                        new Attempt(
                                new State(parts.group(1)),
                                new Nonce(parts.group(2)),
                                new CodeVerifier(parts.group(3)),
                                new String(
                                        Base64.getUrlDecoder().decode(parts.group(4)),
                                        StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    String text() {
        String place =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return String.join(".", state.getValue(), nonce.getValue(), verifier.getValue(), place);
    }
}
