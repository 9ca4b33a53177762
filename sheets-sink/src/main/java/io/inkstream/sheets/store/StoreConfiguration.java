package io.inkstream.sheets.store;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    RowStore rowStore(JdbcClient jdbc, TransactionTemplate transaction) {
        return new RowStore(jdbc, transaction);
    }

    @Bean
    DueRows dueRows(JdbcClient jdbc) {
        return new DueRows(jdbc);
    }

    @Bean
    DueSignal dueSignal() {
        return new DueSignal();
    }

    @Bean(destroyMethod = "close")
    Leadership leadership(DataSource database) {
        return new Leadership(database);
    }
}
