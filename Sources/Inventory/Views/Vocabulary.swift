import Language

/// The words for people of fields and of the words that fields hold.
enum Vocabulary {
  private typealias Pair = (en: String, es: String)

  /// The heading of a column; the field's own name where we have no word for it.
  static func title(of column: String, kind: Kind, in tongue: Tongue) -> String {
    if column == "name" { return sentenceCase(kind.noun(of: 1, in: tongue)) }
    let last = column.split(separator: ".").last.map(String.init) ?? column
    guard let pair = titles[column] ?? titles[last] else { return column }
    return tongue.pick(en: pair.en, es: pair.es)
  }

  /// What a word of a field is called; the word itself where it is a name.
  static func word(_ word: String, of field: String, in tongue: Tongue) -> String {
    guard let pair = words[field]?[word] ?? states[word].flatMap({ field == "status" ? $0 : nil }) else {
      return word
    }
    return tongue.pick(en: pair.en, es: pair.es)
  }

  /// The words that a field may hold, where we know them all.
  static func known(of field: String, kind: Kind) -> [String]? {
    switch field {
    case "status": kind == .roadmap ? RoadmapStatus.allCases.map(\.rawValue) : Array(states.keys).sorted()
    case "exposure": Exposure.allCases.map(\.rawValue)
    case "role": NodeRole.allCases.map(\.rawValue)
    case "roles" where kind == .host: HostRole.allCases.map(\.rawValue)
    case "workload": WorkloadKind.allCases.map(\.rawValue)
    case "category" where kind == .component: ComponentCategory.allCases.map(\.rawValue)
    default: nil
    }
  }

  static func truth(_ truth: Bool, in tongue: Tongue) -> String {
    truth ? tongue.pick(en: "yes", es: "sí") : tongue.pick(en: "no", es: "no")
  }

  /// What a table of things of a kind is called.
  static func caption(of kind: Kind, in tongue: Tongue) -> String {
    sentenceCase(kind.noun(of: 2, in: tongue))
  }

  private static func sentenceCase(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Vocabulary {
  private static let titles: [String: Pair] = [
    "id": ("Id", "Id"), "title": ("Title", "Título"), "model": ("Model", "Modelo"), "cpu": ("CPU", "CPU"),
    "cpu.model": ("CPU", "CPU"), "cores": ("Cores", "Núcleos"), "threads": ("Threads", "Hilos"),
    "memory": ("Memory", "Memoria"), "memory.size": ("Memory", "Memoria"), "ram": ("Memory", "Memoria"),
    "storage": ("Storage", "Almacenamiento"), "disk": ("Disk", "Disco"), "purpose": ("Purpose", "Propósito"),
    "description": ("Description", "Descripción"), "status": ("Status", "Estado"),
    "version": ("Version", "Versión"),
    "nodeSummary": ("Nodes", "Nodos"), "nodes": ("Nodes", "Nodos"), "ready": ("Ready", "Listos"),
    "role": ("Role", "Rol"), "roles": ("Roles", "Roles"), "cluster": ("Cluster", "Clúster"),
    "runsOn": ("Runs on", "Corre en"), "host": ("Host", "Máquina"), "hosts": ("Hosts", "Máquinas"),
    "os": ("Operating system", "Sistema operativo"), "category": ("Category", "Categoría"),
    "exposure": ("Exposure", "Exposición"), "external": ("Exposed to the internet", "Expuesta externamente"),
    "url": ("Address", "Dirección"), "replicas": ("Replicas", "Réplicas"), "site": ("Site", "Sitio"),
    "platform": ("Platform", "Plataforma"), "formFactor": ("Form factor", "Formato"), "gpu": ("GPU", "GPU"),
    "watts": ("Power", "Consumo"), "kind": ("Kind", "Tipo"), "passthrough": ("Devices", "Dispositivos"),
    "distribution": ("Distribution", "Distribución"), "workload": ("Workload", "Carga"),
    "availability": ("Availability", "Disponibilidad"), "members": ("Control plane", "Plano de control"),
    "gitops": ("GitOps", "GitOps"), "cni": ("CNI", "CNI"), "kubeProxy": ("kube-proxy", "kube-proxy"),
    "components": ("Components", "Componentes"), "options": ("Options", "Opciones"),
    "target": ("Target", "Para"),
    "affects": ("Affects", "Afecta a"), "use": ("Use", "Uso"), "cost": ("Cost", "Coste"),
    "owner": ("Owner", "Dueño"),
    "speed": ("Speed", "Velocidad"), "location": ("Place", "Lugar"), "machines": ("Machines", "Máquinas"),
    "traits": ("Traits", "Rasgos"), "layer": ("Layer", "Capa"), "provides": ("Provides", "Ofrece"),
    "tech": ("Technology", "Tecnología"), "since": ("Since", "Desde"), "until": ("Until", "Hasta"),
    "kernel": ("Kernel", "Núcleo del sistema"), "arch": ("Architecture", "Arquitectura"),
    "runtime": ("Runtime", "Entorno de ejecución"), "purchased": ("Bought", "Compra"),
    "tags": ("Tags", "Etiquetas"),
    "etcd": ("etcd", "etcd"), "endpoint": ("Endpoint", "Entrada"), "workers": ("Workers", "Workers"),
    "repo": ("Repository", "Repositorio"), "ingress": ("Ingress", "Ingress"),
    "count": ("How many", "Cuántos"),
    "loadBalancer": ("Load balancer", "Balanceador"), "gitopsPattern": ("GitOps pattern", "Patrón GitOps"),
    "lastBackup": ("Last backup", "Última copia"), "namespace": ("Namespace", "Espacio de nombres"),
    "controlPlane": ("Control plane", "Plano de control"), "networking": ("Network", "Red"),
    "apps": ("Apps", "Aplicaciones"), "guests": ("Guests", "Huéspedes"),
    "clusters": ("Clusters", "Clústeres"),
    "images": ("Images", "Imágenes"), "links": ("Links", "Enlaces"), "notes": ("Notes", "Notas"),
    "vendor": ("Maker", "Fabricante"), "zones": ("Zones", "Zonas"),
    "replacedBy": ("Replaced by", "Sustituido por"),
  ]

  private static let states: [String: Pair] = [
    "active": ("active", "activo"), "planned": ("planned", "previsto"),
    "reference": ("reference", "de referencia"),
    "degraded": ("degraded", "degradado"), "retired": ("retired", "retirado"), "down": ("down", "caído"),
    "stopped": ("stopped", "parado"), "unknown": ("unknown", "desconocido"),
    "doing": ("under way", "en marcha"),
    "done": ("done", "hecho"), "dropped": ("dropped", "descartado"),
  ]

  private static let words: [String: [String: Pair]] = [
    "exposure": [
      "public": ("public", "pública"), "lan": ("local network", "red local"), "vpn": ("VPN", "VPN"),
      "none": ("none", "ninguna"),
    ],
    "role": [
      "control-plane": ("control plane", "plano de control"), "worker": ("worker", "worker"),
      "single": ("single node", "nodo único"),
    ],
    "roles": [
      "hypervisor": ("hypervisor", "hipervisor"), "node": ("node", "nodo"), "nas": ("NAS", "NAS"),
      "router": ("router", "router"), "switch": ("switch", "switch"), "ups": ("UPS", "SAI"),
    ],
    "distribution": [
      "kubernetes": ("Kubernetes", "Kubernetes"), "talos": ("Talos", "Talos"),
      "openshift": ("OpenShift", "OpenShift"),
    ],
    "workload": [
      "stateless": ("stateless", "sin estado"), "stateful": ("stateful", "con estado"),
      "mixed": ("mixed", "mixta"),
    ],
    "category": [
      "orchestration": ("Orchestration", "Orquestación"), "gitops": ("GitOps", "GitOps"),
      "virtualization": ("Virtualization", "Virtualización"), "network": ("Network", "Redes"),
      "security": ("Security", "Seguridad"), "data": ("Data", "Datos"),
      "storage": ("Storage", "Almacenamiento"),
      "observability": ("Observability", "Observabilidad"), "backup": ("Backup", "Copias de seguridad"),
      "ci": ("Continuous integration", "Integración continua"),
    ],
    "kubeProxy": [
      "present": ("present", "presente"), "replaced": ("replaced", "sustituido"),
      "absent": ("absent", "ausente"),
    ],
    "endpoint": [
      "node": ("one node", "un nodo"), "vip": ("shared address", "IP virtual"),
      "lb": ("load balancer", "balanceador"),
    ],
    "publicAddress": ["static": ("static", "fija"), "dynamic": ("dynamic", "dinámica")],
    "availability": [
      "unknown": ("unknown", "desconocida"), "single": ("single", "un solo nodo"),
      "even": ("even number of members", "número par de miembros"),
      "shared-host": ("members share a host", "miembros en una misma máquina"),
      "high": ("high", "alta"),
    ],
    "kind": [
      "lxc": ("LXC container", "contenedor LXC"), "vm": ("virtual machine", "máquina virtual"),
      "os": ("operating system", "sistema operativo"), "hypervisor": ("hypervisor", "hipervisor"),
      "nvme": ("NVMe", "NVMe"), "ssd": ("SSD", "SSD"), "hdd": ("HDD", "disco duro"),
    ],
  ]
}
