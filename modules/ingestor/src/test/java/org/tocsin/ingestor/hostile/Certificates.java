package org.tocsin.ingestor.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for a server and the authority that signed it, made by the JDK's keytool. Signed by
 * another, since the JDK asks no trusted certificate itself whether it expired.
 */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** For those names, as {@code dns:a.example} or {@code ip:127.0.0.1}, valid now. */
    public static Certificates of(Path folder, String... names) {
        return made(folder, "-1d", names);
    }

    /** The same, but it ended long ago. */
    public static Certificates expired(Path folder, String... names) {
        return made(folder, "-400d", names);
    }

    private static Certificates made(Path parent, String start, String... names) {
        try {
            Path folder = Files.createTempDirectory(parent, "tls");
            String[] lasting = {"-startdate", start, "-validity", "90"};
            keytool(folder, lasting("authority"), "-ext", "bc:c");
            keytool(folder, lasting("server"));
            keytool(folder, "-certreq", "-alias", "server", "-file", "request");
            String[] sign = {"-gencert", "-alias", "authority", "-infile", "request"};
            String[] signed = {"-outfile", "server.cer", "-ext", "SAN=" + String.join(",", names)};
            keytool(folder, sign, join(lasting, signed));
            return new Certificates(read(folder));
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] lasting(String alias) {
        return new String[] {
            "-genkeypair",
            "-alias",
            alias,
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + alias,
            "-startdate",
            "-500d",
            "-validity",
            "900"
        };
    }

    private static KeyStore read(Path folder) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"));
                InputStream signed = Files.newInputStream(folder.resolve("server.cer"))) {
            store.load(in, PASSWORD);
            Certificate[] chain = {
                CertificateFactory.getInstance("X.509").generateCertificate(signed),
                store.getCertificate("authority")
            };
            store.setKeyEntry("server", store.getKey("server", PASSWORD), PASSWORD, chain);
            store.deleteEntry("authority");
            store.setCertificateEntry("authority", chain[1]);
        }
        return store;
    }

    private static void keytool(Path folder, String[] words, String... more) throws IOException {
        keytool(folder, join(words, more));
    }

    private static void keytool(Path folder, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-keystore", "keys.p12"));
        Process keytool =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try {
            if (!keytool.waitFor(180, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                keytool.destroyForcibly();
                throw new AssertionError(new String(keytool.getInputStream().readAllBytes()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String[] join(String[] some, String... others) {
        var all = new ArrayList<>(List.of(some));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    /** For a server that shows this certificate. */
    public SSLContext shown() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** For a client that trusts this authority and no other. */
    public SSLContext trusted() {
        try {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            known.setCertificateEntry("authority", store.getCertificate("authority"));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
