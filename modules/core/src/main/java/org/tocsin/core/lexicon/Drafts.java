package org.tocsin.core.lexicon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/** Entries in the making: finds whom they mean in the lexicon, and ids for those it has not. */
final class Drafts {

    private final Lexicon lexicon;
    private final Instant time;
    private final Map<String, String> byWikidata = new HashMap<>();
    private final Map<String, String> stateByCode = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    Drafts(Lexicon lexicon, Instant time) {
        this.lexicon = lexicon;
        this.time = time;
        for (Actor actor : lexicon.actors()) {
            if (actor.wikidata() != null) {
                byWikidata.put(actor.wikidata(), actor.id());
            }
        }
        for (String code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            lexicon.named(country.getDisplayCountry(Locale.ENGLISH)).stream()
                    .filter(actor -> actor.type() == ActorType.COUNTRY)
                    .findFirst()
                    .ifPresent(
                            state -> {
                                stateByCode.put(code.toLowerCase(Locale.ROOT), state.id());
                                stateByCode.put(country.getISO3Country(), state.id());
                            });
        }
    }

    /** An entry, or why there is none. */
    record Draft(Optional<LexiconEntry> entry, String fault) {

        static Draft refused(String why) {
            return new Draft(Optional.empty(), why);
        }
    }

    /** What a source says; the first name is the label, wikidata and country may be null. */
    record Said(ActorType type, List<String> names, String wikidata, String country) {}

    Draft of(Said said) {
        var names = new LinkedHashSet<>(said.names());
        names.removeIf(name -> name.isBlank() || name.indexOf('|') >= 0);
        if (names.isEmpty()) {
            return Draft.refused("it has no name");
        }
        String label = names.iterator().next();
        String known = known(said, label);
        String id = known == null ? newId(label, said) : known;
        if (id.isEmpty()) {
            return Draft.refused("no id can be made of the name " + label);
        }
        if (!given.add(id)) {
            return Draft.refused("the id is there already: " + id);
        }
        if (known != null) {
            label = lexicon.byId(known).orElseThrow().name();
        }
        var others = new ArrayList<>(names);
        others.remove(label);
        return new Draft(
                Optional.of(
                        new LexiconEntry(
                                id,
                                label,
                                said.type(),
                                said.wikidata(),
                                said.country(),
                                others,
                                null,
                                time)),
                null);
    }

    /** Who has the Wikidata id, or the name, type and country. */
    private String known(Said said, String label) {
        if (said.wikidata() != null && byWikidata.containsKey(said.wikidata())) {
            return byWikidata.get(said.wikidata());
        }
        return lexicon.named(label).stream()
                .filter(actor -> actor.type() == said.type())
                .filter(actor -> said.country() == null || said.country().equals(actor.country()))
                .map(Actor::id)
                .findFirst()
                .orElse(null);
    }

    private String newId(String label, Said said) {
        String id =
                Fold.fold(label)
                        .replaceAll("['’.]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        if (id.isEmpty() && said.wikidata() != null) {
            id = said.wikidata().toLowerCase(Locale.ROOT);
        }
        boolean taken = given.contains(id) || lexicon.byId(id).isPresent();
        return taken && said.wikidata() != null
                ? id + "-" + said.wikidata().toLowerCase(Locale.ROOT)
                : id;
    }

    /** The state of an ISO 3166 code of two or three letters; null for none. */
    String state(String code) {
        String known = stateByCode.get(code.toLowerCase(Locale.ROOT));
        return known == null ? stateByCode.get(code.toUpperCase(Locale.ROOT)) : known;
    }

    /** The actor that is that item of Wikidata; null for none. */
    String item(String wikidata) {
        return byWikidata.get(wikidata);
    }

    /** A person where the dictionary dates an office, an armed group where it says so. */
    Draft ofPhoenix(PhoenixText.Entry entry) {
        String code = entry.codes().isEmpty() ? "" : entry.codes().get(0).code();
        String country = code.length() < 3 ? null : state(code.substring(0, 3));
        boolean dated = entry.codes().stream().anyMatch(c -> c.from() != null || c.to() != null);
        ActorType type =
                code.length() == 3 && country != null
                        ? ActorType.COUNTRY
                        : dated
                                ? ActorType.PERSON
                                : code.matches(".{3}(REB|SEP|INS|UAF).*|IMG.*")
                                        ? ActorType.ARMED_GROUP
                                        : ActorType.ORGANISATION;
        String of = type == ActorType.COUNTRY ? null : country;
        return of(new Said(type, entry.names(), null, of));
    }
}
