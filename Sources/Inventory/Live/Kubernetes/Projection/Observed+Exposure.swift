import Nodes

extension Observed {
  /// Takes what may be known of an ingress: never the service behind it, its secret, its addresses or annotations.
  mutating func add(ingress: Node) {
    let item = Item(ingress)
    guard let key = item.key("ingress") else { return }
    var facts = ObservedExposure()
    // Old ones name their class in an annotation, the only one that is looked at.
    let annotations = ingress["metadata"]?["annotations"]
    facts.className = PlainText.name(
      item.spec["ingressClassName"]?.text ?? annotations?["kubernetes.io/ingress.class"]?.text)
    facts.hasTLS = item.spec["tls"]?.list?.isEmpty == false
    facts.take(hosts: (item.spec["rules"]?.list ?? []).compactMap { $0["host"]?.text })
    exposures[key] = facts
  }

  /// Takes what may be known of a route of the Gateway API.
  mutating func add(route: Node) {
    let item = Item(route)
    guard let key = item.key("httproute") else { return }
    var facts = ObservedExposure()
    facts.gateway = PlainText.name(item.spec["parentRefs"]?.list?.first?["name"]?.text)
    let verdicts = (item.status["parents"]?.list ?? []).compactMap {
      item.condition("Accepted", in: $0)?.isTrue
    }
    facts.isAccepted = verdicts.isEmpty ? nil : verdicts.contains(true)
    facts.take(hosts: (item.spec["hostnames"]?.list ?? []).compactMap(\.text))
    exposures[key] = facts
  }
}

extension ObservedExposure {
  /// Takes the public names in their order, and counts the others.
  fileprivate mutating func take(hosts all: [String]) {
    var known: Set<String> = []
    let distinct = all.filter { !$0.isEmpty && known.insert($0).inserted }
    hosts = distinct.filter(PrivateName.isPublic)
    let withheld = distinct.count - hosts.count
    withheldHosts = withheld == 0 ? nil : withheld
  }
}
