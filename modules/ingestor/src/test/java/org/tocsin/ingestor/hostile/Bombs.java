package org.tocsin.ingestor.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Packed bodies, honest and not. */
public final class Bombs {

    /** 50 million zero bytes, as brotli packs them: Java has no packer for it. */
    private static final String ZEROES =
            "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+L//g"
                    + "9QBIAMRhAeig6wE=";

    /** A feed with one item, "packed by brotli". */
    private static final String FEED =
            "G3UAYKyKd0E0X9DPUqxQOm0wQ8kTY5RiMjAllwc1OdKIzixoqwX39ZKWPC4iOjlg/rdbB4sK8rY4nZz8dj28FmRR"
                    + "g559zhcamGCOtunDLjQBhfgm1bf47NQE2lCwRQE=";

    private Bombs() {}

    public static byte[] brotliBomb() {
        return Base64.getDecoder().decode(ZEROES);
    }

    public static byte[] brotliFeed() {
        return Base64.getDecoder().decode(FEED);
    }

    public static byte[] gzip(byte[] body) {
        return packed(body, 1);
    }

    /** 100 million bytes in 100 kB. */
    public static byte[] gzipBomb() {
        return packed(new byte[1_000_000], 100);
    }

    public static byte[] zlib(byte[] body) {
        return deflated(body, false);
    }

    /** Without zlib's frame: what half of all servers mean by deflate. */
    public static byte[] bareDeflate(byte[] body) {
        return deflated(body, true);
    }

    private static byte[] packed(byte[] body, int times) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                gzip.write(body);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] body, boolean bare) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (var stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
