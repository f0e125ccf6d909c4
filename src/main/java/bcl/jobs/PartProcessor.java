package bcl.jobs;

import bcl.parsing.RawGroup;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Parses and assesses the groups of a part. One a worker. */
final class PartProcessor implements ItemProcessor<PartItem, PartItem> {
    private final Assessor assessor;

    PartProcessor(LargeFile large) {
        this.assessor = large.assessor();
    }

    @Override
    public PartItem process(PartItem item) {
        RawGroup group = item.group();
        return group == null ? item : item.with(assessor.assess(group));
    }
}
