package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Items and stories as records of a {@link Ledger}. */
final class ItemFields {

    private static final int KEYED = 1;
    private static final int OWN_STORY = 2;

    /** A wording was hashed by an older version: so each has its version behind it. */
    private static final int OLDER = 4;

    private ItemFields() {}

    /** {@code keyed} says that guid and address are the keys that the record stands under. */
    static byte[] write(Item item, boolean keyed) {
        boolean own = item.story().equals(storyOf(item.told()));
        Fields fields = Fields.behind(Ledger.HEAD);
        boolean older = item.told().stream().anyMatch(t -> t.hash() != ContentHash.VERSION);
        fields.putSmall((keyed ? KEYED : 0) | (own ? OWN_STORY : 0) | (older ? OLDER : 0));
        if (!keyed) {
            fields.put(item.guid()).put(item.url());
        }
        fields.putSmall(item.told().size());
        for (Item.Told told : item.told()) {
            fields.put(told.content()).put(told.id());
            if (older) {
                fields.putSmall(told.hash());
            }
        }
        fields.put(item.origin());
        return own ? fields.written() : fields.put(item.story()).written();
    }

    /** The story that began with the item. */
    private static String storyOf(List<Item.Told> told) {
        return told.isEmpty() ? "" : "s-" + told.get(0).id();
    }

    static Item item(Fields fields) {
        long guid = fields.number();
        long url = fields.number();
        Instant seen = Instant.ofEpochMilli(fields.number());
        fields.number();
        int flags = fields.small();
        if ((flags & KEYED) == 0) {
            guid = fields.number();
            url = fields.number();
        }
        var told = new ArrayList<Item.Told>();
        for (int left = fields.small(); left > 0; left--) {
            long content = fields.number();
            String id = fields.name();
            int hash = (flags & OLDER) != 0 ? fields.small() : ContentHash.VERSION;
            told.add(new Item.Told(id, content, hash));
        }
        String origin = fields.name();
        String story = (flags & OWN_STORY) != 0 ? storyOf(told) : fields.name();
        return new Item(guid, url, told, story, origin, seen);
    }

    static byte[] write(Story story) {
        Fields fields = Fields.behind(Ledger.HEAD).put(story.id());
        fields.put(story.latest().toEpochMilli()).putSmall(story.origins().size());
        story.origins().forEach(fields::put);
        return fields.written();
    }

    static Story story(Fields fields) {
        fields.number();
        fields.number();
        Instant seen = Instant.ofEpochMilli(fields.number());
        fields.number();
        String id = fields.name();
        Instant latest = Instant.ofEpochMilli(fields.number());
        var origins = new ArrayList<String>();
        for (int left = fields.small(); left > 0; left--) {
            origins.add(fields.name());
        }
        return new Story(id, origins, latest, seen);
    }
}
