import Language

extension Kind {
  /// What things of the kind are called, for one or for several.
  public func noun(of count: Int, in tongue: Tongue) -> String {
    let isOne = count == 1
    return switch self {
    case .site: tongue.pick(en: isOne ? "site" : "sites", es: isOne ? "sitio" : "sitios")
    case .host: tongue.pick(en: isOne ? "host" : "hosts", es: isOne ? "máquina" : "máquinas")
    case .platform:
      tongue.pick(en: isOne ? "platform" : "platforms", es: isOne ? "plataforma" : "plataformas")
    case .guest: tongue.pick(en: isOne ? "guest" : "guests", es: isOne ? "huésped" : "huéspedes")
    case .cluster: tongue.pick(en: isOne ? "cluster" : "clusters", es: isOne ? "clúster" : "clústeres")
    case .node: tongue.pick(en: isOne ? "node" : "nodes", es: isOne ? "nodo" : "nodos")
    case .component:
      tongue.pick(en: isOne ? "component" : "components", es: isOne ? "componente" : "componentes")
    case .app: tongue.pick(en: isOne ? "app" : "apps", es: isOne ? "aplicación" : "aplicaciones")
    case .network: tongue.pick(en: isOne ? "network" : "networks", es: isOne ? "red" : "redes")
    case .repo:
      tongue.pick(en: isOne ? "repository" : "repositories", es: isOne ? "repositorio" : "repositorios")
    case .cloud:
      tongue.pick(
        en: isOne ? "cloud service" : "cloud services", es: isOne ? "servicio externo" : "servicios externos")
    case .roadmap: tongue.pick(en: isOne ? "plan" : "plans", es: isOne ? "plan" : "planes")
    }
  }
}
