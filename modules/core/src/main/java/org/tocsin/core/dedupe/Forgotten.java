package org.tocsin.core.dedupe;

/** Told what an archive forgets, for whoever keeps a copy of it elsewhere. */
public interface Forgotten {

    /** For an archive of which there is no copy. */
    Forgotten BY_ALL =
            new Forgotten() {
                @Override
                public void item(long key) {
                    // Nobody else has it.
                }

                @Override
                public void article(long handle) {
                    // Nobody else has it.
                }

                @Override
                public void story(String id) {
                    // Nobody else has it.
                }
            };

    void item(long key);

    void article(long handle);

    void story(String id);
}
