package org.tocsin.core.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Blocks of addresses that an operator names, such as those of the own network. */
public final class Blocks {

    public static final Blocks NONE = new Blocks(List.of());

    /** Literals only: what has a letter beyond f, or no number, would be resolved as a name. */
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

    private final List<Block> blocks;

    private Blocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /**
     * As {@code 10.20.0.0/16, fd00::/8, 192.0.2.7}.
     *
     * @throws IllegalArgumentException with a reason for people
     */
    public static Blocks of(String written) {
        return new Blocks(
                Arrays.stream(written.split(",")).map(String::strip).map(Blocks::block).toList());
    }

    private static Block block(String written) {
        if (!FORM.matcher(written).matches()) {
            throw new IllegalArgumentException(written + " is no block such as 10.20.0.0/16");
        }
        boolean six = written.contains(":");
        int most = six ? 128 : 32;
        Block block = Block.of(written.contains("/") ? written : written + "/" + most);
        if (block.bits() > most || block.prefix().length != (six ? 16 : 4)) {
            throw new IllegalArgumentException(written + " is no block such as 10.20.0.0/16");
        }
        return block;
    }

    public boolean contains(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address.getAddress()));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }
}
