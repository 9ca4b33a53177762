package io.inkstream.outbound.delivery;

import io.inkstream.outbound.ActionLinks;
import io.inkstream.outbound.Aftermath;
import io.inkstream.outbound.Backoff;
import io.inkstream.outbound.GraphErrorTable;
import io.inkstream.outbound.ledger.Ledger;
import io.inkstream.outbound.ledger.LedgerProperties;
import io.inkstream.outbound.ledger.NumberHolds;
import io.inkstream.outbound.ledger.RateLeases;
import io.inkstream.outbound.ledger.TemplateBlocks;
import io.inkstream.outbound.whatsapp.GraphClient;
import io.inkstream.outbound.whatsapp.GraphRequests;
import io.inkstream.outbound.whatsapp.WhatsAppProperties;
import io.inkstream.schemas.BusinessClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    DeliveryProperties.class,
    RateProperties.class,
    LinkProperties.class,
    MarkProperties.class,
    WhatsAppProperties.class
})
class DeliveryConfiguration {

    @Bean
    Aftermath aftermath(DeliveryProperties properties) {
        var backoff =
                new Backoff(properties.firstBackoff(), properties.longestBackoff(), properties.longestRetryAfter());
        return new Aftermath(GraphErrorTable.shipped(), backoff, properties.notSentMax());
    }

    @Bean
    GraphRequests graphRequests(LinkProperties links) {
        return new GraphRequests(new ActionLinks(links.key(), links.baseUrl()));
    }

    @Bean
    GraphClient graphClient(WhatsAppProperties whatsApp) {
        return new GraphClient(whatsApp);
    }

    @Bean
    SendGate sendGate(RateProperties rates) {
        return new SendGate(rates);
    }

    @Bean
    LeasedTokens leasedTokens(RateLeases leases, SendGate gate, RateProperties rates) {
        var tokens = new LeasedTokens(leases, gate, rates);
        gate.tokensFrom(tokens);
        return tokens;
    }

    @Bean
    Lanes lanes(SendGate gate, DeliveryProperties properties) {
        return new Lanes(gate, properties.concurrency());
    }

    @Bean
    SenderMetrics senderMetrics(MeterRegistry registry, Lanes lanes, SendGate gate, BusinessClock clock) {
        return new SenderMetrics(registry, lanes, gate, clock);
    }

    @Bean
    NumberHolding numberHolding(NumberHolds holds, SendGate gate, Announcer announcer, DeliveryProperties properties) {
        return new NumberHolding(holds, gate, announcer, properties);
    }

    @Bean
    AccountWatch accountWatch(TemplateBlocks blocks, NumberHolding holding, Announcer announcer, BusinessClock clock) {
        return new AccountWatch(blocks, holding, announcer, clock);
    }

    @Bean(destroyMethod = "") // stopped in order by the lifecycle
    LedgerWriter ledgerWriter(
            Ledger ledger, Lanes lanes, Announcer announcer, SenderMetrics metrics, DeliveryProperties properties) {
        return new LedgerWriter(ledger, lanes, announcer, metrics, properties.outcomesGatheredFor());
    }

    @Bean
    Courier.Tools courierTools(
            GraphRequests requests,
            GraphClient client,
            Aftermath aftermath,
            NumberHolding holding,
            AccountWatch accounts,
            SendGate gate,
            LedgerWriter writer,
            Announcer announcer,
            SenderMetrics metrics) {
        return new Courier.Tools(requests, client, aftermath, holding, accounts, gate, writer, announcer, metrics);
    }

    @Bean(destroyMethod = "")
    Courier courier(Courier.Tools tools, BusinessClock clock) {
        return new Courier(tools, clock);
    }

    @Bean(destroyMethod = "")
    Dispatcher dispatcher(
            Ledger ledger,
            Lanes lanes,
            SendGate gate,
            Courier courier,
            LedgerProperties properties,
            WhatsAppProperties whatsApp) {
        if (properties.lease().compareTo(whatsApp.requestTimeout().multipliedBy(2)) < 0) {
            throw new IllegalStateException(
                    "inkstream.sender.ledger.lease must be at least twice inkstream.sender.whatsapp.request-timeout");
        }
        return new Dispatcher(ledger, lanes, gate, courier, properties.lease(), whatsApp.requestTimeout());
    }

    @Bean
    Intake intake(Ledger ledger, Lanes lanes, Dispatcher dispatcher, LedgerWriter writer) {
        return new Intake(ledger, lanes, dispatcher, writer);
    }

    @Bean
    OperatorDecisions operatorDecisions(Ledger ledger, Lanes lanes, LedgerWriter writer) {
        return new OperatorDecisions(ledger, lanes, writer);
    }

    @Bean(destroyMethod = "")
    Reconciler reconciler(
            Ledger ledger, Lanes lanes, LedgerWriter writer, Courier.Tools tools, DeliveryProperties properties) {
        return new Reconciler(ledger, lanes, writer, tools, properties);
    }

    @Bean
    DeliveryLifecycle deliveryLifecycle(
            Dispatcher dispatcher, Courier courier, LedgerWriter writer, Reconciler reconciler) {
        return new DeliveryLifecycle(dispatcher, courier, writer, reconciler);
    }

    @Bean
    ReadMarks readMarks(Courier.Tools tools, MarkProperties properties, BusinessClock clock) {
        return new ReadMarks(tools, properties, clock);
    }

    @Bean
    RetryWakeUps retryWakeUps(Lanes lanes) {
        return new RetryWakeUps(lanes);
    }
}
