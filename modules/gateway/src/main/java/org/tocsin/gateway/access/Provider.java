package org.tocsin.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tocsin.wire.settings.OidcSettings;

/**
 * A provider of logins (OpenID Connect Core 1.0, code flow). Where it has what is read once, when
 * somebody first signs in, so that a gateway starts also while the provider is away; its keys are
 * read again when one is not among them.
 */
final class Provider {

    private static final int CONNECT_MS = 3_000;
    private static final int READ_MS = 5_000;
    private static final int LARGEST_KEYS = 256 * 1024;

    private final OidcSettings settings;
    private final URI callback;
    private final ClientID client;
    private Known known;

    /** What the provider says of itself, and what checks its ID tokens. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    Provider(OidcSettings settings, URI callback) {
        this.settings = settings;
        this.callback = callback;
        this.client = new ClientID(settings.clientId());
    }

    /**
     * Where a browser asks who it is.
     *
     * @param silently whether the provider must answer without showing anything
     * @throws IOException when the provider does not answer
     */
    URI ask(Attempt attempt, boolean silently) throws GeneralException, IOException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().toArray(String[]::new)),
                        client,
                        callback)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .prompt(silently ? new Prompt(Prompt.Type.NONE) : null)
                .build()
                .toURI();
    }

    /** Whether that is the provider's name for itself (RFC 9207). */
    boolean isItself(Issuer issuer) {
        return issuer.getValue().equals(settings.issuer().toString());
    }

    /**
     * What it says of whoever comes back with that code: the claims of the ID token, and of its
     * user info where the token has no groups.
     *
     * @throws GeneralException when it refuses, or what it says cannot be trusted
     */
    Map<String, Object> claims(AuthorizationCode code, Attempt attempt)
            throws GeneralException, IOException {
        var grant = new AuthorizationCodeGrant(code, callback, attempt.verifier());
        HTTPResponse answer = send(tokenRequest(grant));
        var response = OIDCTokenResponseParser.parse(answer);
        if (!response.indicatesSuccess()) {
            throw new GeneralException(response.toErrorResponse().getErrorObject().toString());
        }
        OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
        try {
            IDTokenClaimsSet id =
                    known().validator().validate(tokens.getIDToken(), attempt.nonce());
            var claims = new HashMap<String, Object>(id.toJSONObject());
            if (Claims.at(settings.rolesClaim(), claims) == null) {
                addUserInfo(claims, id, tokens);
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new GeneralException("the ID token is not to be trusted: " + e.getMessage(), e);
        }
    }

    private TokenRequest tokenRequest(AuthorizationCodeGrant grant)
            throws GeneralException, IOException {
        URI endpoint = known().metadata().getTokenEndpointURI();
        return settings.clientSecret()
                .map(secret -> new ClientSecretBasic(client, new Secret(secret)))
                .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
    }

    private void addUserInfo(Map<String, Object> claims, IDTokenClaimsSet id, OIDCTokens tokens)
            throws GeneralException, IOException {
        URI endpoint = known().metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return;
        }
        var answer =
                UserInfoResponse.parse(
                        send(new UserInfoRequest(endpoint, tokens.getAccessToken())));
        if (answer.indicatesSuccess()) {
            UserInfo info = answer.toSuccessResponse().getUserInfo();
            // It could be somebody else's (OpenID Connect Core, 5.3.2).
            if (info != null && info.getSubject().equals(id.getSubject())) {
                info.toJSONObject().forEach(claims::putIfAbsent);
            }
        }
    }

    private static HTTPResponse send(Request request) throws IOException {
        HTTPRequest http = request.toHTTPRequest();
        http.setConnectTimeout(CONNECT_MS);
        http.setReadTimeout(READ_MS);
        http.setFollowRedirects(false);
        return http.send();
    }

    private synchronized Known known() throws GeneralException, IOException {
        if (known == null) {
            var issuer = new Issuer(settings.issuer());
            var metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MS, READ_MS);
            known = new Known(metadata, validator(issuer, metadata));
        }
        return known;
    }

    private IDTokenValidator validator(Issuer issuer, OIDCProviderMetadata metadata)
            throws IOException {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(
                                metadata.getJWKSetURI().toURL(),
                                new DefaultResourceRetriever(CONNECT_MS, READ_MS, LARGEST_KEYS))
                        .retrying(true)
                        .build();
        // Signatures by public key alone: with HMAC the client's secret would sign.
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.SIGNATURE);
        if (metadata.getIDTokenJWSAlgs() != null) {
            algorithms.retainAll(metadata.getIDTokenJWSAlgs());
        }
        return new IDTokenValidator(
                issuer, client, new JWSVerificationKeySelector<>(algorithms, keys), null);
    }
}
