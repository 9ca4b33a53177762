package io.inkstream.admin.projection;

/** A place on the log: the partition of a topic, and the offset of the next record to project. */
public record LogPosition(String topic, int partition, long next) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + next;
    }
}
