package org.tocsin.app.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.core.json.Json;

/**
 * An OpenID Connect provider on this machine. Everybody who asks is let in as who the test says; a
 * code counts once, for the client that can prove that it asked.
 */
final class LocalProvider implements AutoCloseable {

    static final String CLIENT = "tocsin";
    static final String SECRET = "a secret of the provider's and ours";

    /** How the ID token is to be wrong. */
    enum Forgery {
        NONE,
        NONCE,
        AUDIENCE,
        ISSUER,
        KEY,
        EXPIRED
    }

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

    volatile List<String> groups = List.of();
    volatile boolean groupsInUserInfo;
    volatile boolean knowsThem = true;
    volatile Forgery forgery = Forgery.NONE;

    LocalProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", ex -> answer(ex, 200, userInfo()));
        server.createContext(
                "/keys", ex -> answer(ex, 200, new JWKSet(key).toPublicJWKSet().toJSONObject()));
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                Map.of(
                        "issuer",
                        issuer(),
                        "authorization_endpoint",
                        issuer() + "/authorize",
                        "token_endpoint",
                        issuer() + "/token",
                        "userinfo_endpoint",
                        issuer() + "/userinfo",
                        "jwks_uri",
                        issuer() + "/keys",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, query);
        boolean mustShow = "none".equals(query.get("prompt")) && !knowsThem;
        String answer = mustShow ? "error=login_required" : "code=" + code;
        String back = query.get("redirect_uri") + "?" + answer + "&state=" + query.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = parameters(body);
        Map<String, String> request = asked.remove(form.get("code"));
        if (request == null || !isClient(exchange) || !isProved(request, form)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of(
                        "access_token", "for-user-info",
                        "token_type", "Bearer",
                        "id_token", idToken(request.get("nonce"))));
    }

    private static boolean isClient(HttpExchange exchange) {
        String pair =
                URLUtils.serializeParameters(Map.of(CLIENT, List.of(SECRET))).replace('=', ':');
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static boolean isProved(Map<String, String> request, Map<String, String> form) {
        var verifier = new CodeVerifier(form.get("code_verifier"));
        return "S256".equals(request.get("code_challenge_method"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(request.get("code_challenge"))
                && request.get("redirect_uri").equals(form.get("redirect_uri"));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(forgery == Forgery.ISSUER ? "https://other.example" : issuer())
                        .subject("user-7")
                        .audience(forgery == Forgery.AUDIENCE ? "another" : CLIENT)
                        .issueTime(Date.from(now.minusSeconds(7200)))
                        .expirationTime(
                                Date.from(now.plusSeconds(forgery == Forgery.EXPIRED ? -3600 : 60)))
                        .claim("nonce", forgery == Forgery.NONCE ? "another" : nonce)
                        .claim("preferred_username", "ada");
        if (!groupsInUserInfo) {
            claims.claim("realm", Map.of("groups", groups));
        }
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(forgery == Forgery.KEY ? foreignKey : key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> userInfo() {
        return Map.of("sub", "user-7", "realm", Map.of("groups", groups));
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new ConcurrentHashMap<String, String>();
        URLUtils.parseParameters(text)
                .forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] json = Json.line(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
