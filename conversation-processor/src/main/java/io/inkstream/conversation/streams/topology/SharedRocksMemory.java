package io.inkstream.conversation.streams.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One block cache and one write-buffer budget for every store of the process: each task has several RocksDB instances,
 * and their defaults are meant for one.
 */
public final class SharedRocksMemory implements RocksDBConfigSetter {
    /** Kafka Streams property: bytes of block cache and write buffers together, for the whole process. */
    public static final String MEMORY_BYTES_CONFIG = "inkstream.rocksdb.memory.bytes";

    private static final long MEMORY_BYTES_DEFAULT = 32L << 20;
    private static final long WRITE_BUFFER_BYTES = 2L << 20;
    private static final int WRITE_BUFFERS_MAX = 2;
    private static final int BLOCK_BYTES = 8 << 10;
    private static final int BLOOM_BITS_PER_KEY = 10;

    /** Of a write buffer, for a filter over its keys: most look-ups of the dedup store find nothing. */
    private static final double WRITE_BUFFER_FILTER_SHARE = 0.05;

    private static final Object LOCK = new Object(); // two stream threads may open their first stores at once

    private static volatile @org.jspecify.annotations.Nullable Memory memory;

    /** Native and shared for the life of the process: never closed. */
    private record Memory(Cache cache, WriteBufferManager writeBuffers) {}

    private final BloomFilter bloomFilter = newBloomFilter();

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var shared = shared(configs);
        options.setTableFormatConfig(((BlockBasedTableConfig) options.tableFormatConfig())
                .setBlockCache(shared.cache)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinTopLevelIndexAndFilter(true)
                .setBlockSize(BLOCK_BYTES)
                .setFilterPolicy(bloomFilter));
        options.setWriteBufferManager(shared.writeBuffers)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMemtablePrefixBloomSizeRatio(WRITE_BUFFER_FILTER_SHARE)
                .setMemtableWholeKeyFiltering(true)
                .setMaxWriteBufferNumber(WRITE_BUFFERS_MAX)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setStatsDumpPeriodSec(0);
    }

    @Override
    public void close(String storeName, Options options) {
        bloomFilter.close();
    }

    private static BloomFilter newBloomFilter() {
        RocksDB.loadLibrary();
        return new BloomFilter(BLOOM_BITS_PER_KEY);
    }

    private static Memory shared(Map<String, Object> configs) {
        synchronized (LOCK) {
            var present = memory;
            if (present == null) {
                var configured = configs.get(MEMORY_BYTES_CONFIG);
                var bytes = configured == null ? MEMORY_BYTES_DEFAULT : Long.parseLong(configured.toString());
                var cache = new LRUCache(bytes, -1, false, 0.2);
                // The write buffers are charged to the cache, so that one figure bounds both.
                present = new Memory(cache, new WriteBufferManager(bytes / 2, cache));
                memory = present;
            }
            return present;
        }
    }
}
