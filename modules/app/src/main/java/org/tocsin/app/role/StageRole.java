package org.tocsin.app.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.stages.Stage;
import org.tocsin.stages.StageRunner;
import org.tocsin.stages.dedupe.DedupeStage;
import org.tocsin.stages.tag.TagStage;
import org.tocsin.stages.watch.WatchStage;
import org.tocsin.wire.avro.AvroSerdes;

/** One stage of the pipeline. */
public final class StageRole {

    private static final Map<String, Function<AvroSerdes, Stage>> STAGES = stages();

    private StageRole() {}

    private static Map<String, Function<AvroSerdes, Stage>> stages() {
        var stages = new LinkedHashMap<String, Function<AvroSerdes, Stage>>();
        stages.put("dedupe", DedupeStage::new);
        stages.put("tag", TagStage::new);
        stages.put("watch", serdes -> new WatchStage(serdes, Lexicon.shipped()));
        return stages;
    }

    /** The names of the stages, in the order in which news passes them. */
    public static List<String> names() {
        return List.copyOf(STAGES.keySet());
    }

    /**
     * @param name one of {@link #names()}
     */
    public static Ensemble start(String name, Foundation foundation) {
        var ensemble = new Ensemble();
        addTo(ensemble, name, foundation);
        return ensemble;
    }

    static void addTo(Ensemble ensemble, String name, Foundation foundation) {
        Stage stage = STAGES.get(name).apply(foundation.serdes());
        var runner = new StageRunner(stage, foundation.settings());
        ensemble.add(Part.of(runner));
        runner.start(loss -> ensemble.lost(name, loss));
    }
}
