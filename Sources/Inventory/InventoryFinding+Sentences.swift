import Diagnostics
import Language

extension InventoryFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .noHeader, .newerVersion, .blockTwice, .includesNothing: file(tongue)
    case .badID, .declaredTwice, .roadmapWithoutID, .partTwice: identity(tongue)
    case .noReference, .wrongKind, .unknownReference, .partWanted, .partUnwanted, .unknownPart, .cycle:
      reference(tongue)
    case .fieldMissing, .unknownSource, .badBinding, .endsBeforeItBegins, .unknownLanguage: field(tongue)
    case .guestOnPlainHost, .guestKindNotTaken, .deviceShared, .deviceElsewhere: guest(tongue)
    case .publicWithoutURL, .workersWithoutControlPlane, .evenControlPlane, .membersDiffer, .needsRetired:
      design(tongue)
    case .privateAllowed, .allowsNothing, .allowsHiddenAddress: publishing(tongue)
    }
  }
}

extension InventoryFinding {
  private func file(_ tongue: Tongue) -> Sentence {
    switch self {
    case .newerVersion(let version):
      Sentence(
        tongue.pick(
          en: "this inventory is of version \(version), and this program knows version 1",
          es: "este inventario es de la versión \(version) y este programa conoce la 1"),
        hint: tongue.pick(
          en: "use a newer sitegen, or write version: 1", es: "usa un sitegen más nuevo o escribe version: 1")
      )
    case .blockTwice(let block, let path):
      Sentence(
        tongue.pick(
          en: "the block '\(block)' is given twice", es: "el bloque «\(block)» está dos veces"),
        hint: tongue.pick(
          en: "the other one is in \(path): keep one", es: "el otro está en \(path): deja uno solo"))
    case .includesNothing(let pattern):
      Sentence(
        tongue.pick(en: "no file matches '\(pattern)'", es: "ningún archivo coincide con «\(pattern)»"),
        hint: tongue.pick(
          en: "patterns start at the folder inventory/, such as hosts/*.yaml",
          es: "los patrones parten de la carpeta inventory/, como hosts/*.yaml"))
    default:
      Sentence(
        tongue.pick(
          en: "no file has the block 'inventory'", es: "ningún archivo tiene el bloque «inventory»"),
        hint: tongue.pick(
          en: "write 'inventory: {version: 1}' at the top of one",
          es: "escribe «inventory: {version: 1}» al principio de uno"))
    }
  }

  private func identity(_ tongue: Tongue) -> Sentence {
    switch self {
    case .badID(let id):
      let better = slug(of: id.id)
      return Sentence(
        tongue.pick(en: "'\(id.id)' cannot be an id", es: "«\(id.id)» no puede ser un id"),
        hint: EntityID.isID(better)
          ? tongue.pick(
            en: "write '\(better):', and name: \(id.id) inside",
            es: "escribe «\(better):» y dentro name: \(id.id)")
          : tongue.pick(
            en: "an id has small letters, digits and hyphens only",
            es: "un id solo lleva letras minúsculas, cifras y guiones"))
    case .declaredTwice(let id, let path, let line, let column):
      return Sentence(
        tongue.pick(en: "'\(id)' is declared twice", es: "«\(id)» está declarado dos veces"),
        hint: tongue.pick(
          en: "the first one is at \(path):\(line):\(column)",
          es: "el primero está en \(path):\(line):\(column)"))
    case .partTwice(let id, let list, let part):
      return Sentence(
        tongue.pick(
          en: "'\(id)' has two items '\(part)' in '\(list)'", es: "«\(id)» tiene dos «\(part)» en «\(list)»"),
        hint: tongue.pick(en: "give each an id of its own", es: "da a cada uno su propio id"))
    default:
      return Sentence(
        tongue.pick(en: "this plan has no id", es: "este plan no tiene id"),
        hint: tongue.pick(en: "add id: and a short name", es: "añade id: y un nombre corto"))
    }
  }
}

extension InventoryFinding {
  private func reference(_ tongue: Tongue) -> Sentence {
    switch self {
    case .noReference(let path, let text, let kinds, let part, let nearest):
      let form = Self.form(kinds, part, in: tongue)
      return Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is no reference", es: "«\(path)»: «\(text)» no es una referencia"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "write \(form)", es: "escribe \(form)"))
    case .wrongKind(let path, let text, let kinds, let nearest):
      let form = Self.form(kinds, nil, in: tongue)
      return Sentence(
        tongue.pick(
          en: "'\(path)' cannot refer to '\(text)'", es: "«\(path)» no puede referirse a «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "it takes \(form)", es: "admite \(form)"))
    case .unknownReference(let path, let text, let nearest):
      return Sentence(
        tongue.pick(
          en: "'\(path)': there is no '\(text)'", es: "«\(path)»: no existe «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(en: "declare it, or mend the reference", es: "decláralo o corrige la referencia"))
    case .partWanted(let path, let text, let list, let known):
      return Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is the whole machine, not one item of its '\(list)'",
          es: "«\(path)»: «\(text)» es la máquina entera, no algo de su «\(list)»"),
        hint: known.isEmpty
          ? tongue.pick(
            en: "give it a '\(list)' with an id, and write \(text)/\(list)/ID",
            es: "ponle un «\(list)» con id y escribe \(text)/\(list)/ID")
          : tongue.pick(
            en: "write \(known.map { "\(text)/\(list)/\($0)" }.listed(.or, in: tongue))",
            es: "escribe \(known.map { "\(text)/\(list)/\($0)" }.listed(.or, in: tongue))"))
    case .cycle(let field, let ids):
      let round = (ids + ids.prefix(1)).map(\.description).joined(separator: " → ")
      return Sentence(
        tongue.pick(
          en: "'\(field)' goes round in a circle: \(round)", es: "«\(field)» da vueltas en círculo: \(round)"),
        hint: tongue.pick(en: "take one of these out", es: "quita uno de ellos"))
    default: return part(tongue)
    }
  }

  private func part(_ tongue: Tongue) -> Sentence {
    switch self {
    case .unknownPart(let path, let text, let known, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(path)': there is no '\(text)'", es: "«\(path)»: no existe «\(text)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? (known.isEmpty
            ? tongue.pick(
              en: "no item of that list has an id", es: "nada de esa lista tiene id")
            : tongue.pick(
              en: "there is \(known.listed(in: tongue))", es: "hay \(known.listed(in: tongue))")))
    case .partUnwanted(let path, let text):
      Sentence(
        tongue.pick(
          en: "'\(path)': '\(text)' is a part of a machine, and the whole is meant here",
          es: "«\(path)»: «\(text)» es una parte de una máquina y aquí se espera entera"),
        hint: tongue.pick(
          en: "write \(text.prefix { $0 != "/" })", es: "escribe \(text.prefix { $0 != "/" })"))
    default: preconditionFailure("told among other sentences")
    }
  }

  /// «site:ID», `guest:ID or host:ID`.
  private static func form(_ kinds: [Kind], _ part: String?, in tongue: Tongue) -> String {
    guard kinds.count < Kind.allCases.count else {
      return tongue.pick(en: "KIND:ID, such as app:grafana", es: "TIPO:ID, como app:grafana")
    }
    return kinds.map { "\($0.rawValue):ID" + (part.map { "/\($0)/ID" } ?? "") }.listed(.or, in: tongue)
  }

  private static func suggestion(_ nearest: String?, in tongue: Tongue) -> String? {
    nearest.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
  }
}

extension InventoryFinding {
  private func field(_ tongue: Tongue) -> Sentence {
    switch self {
    case .fieldMissing(let id, let field):
      Sentence(
        tongue.pick(en: "'\(id)' lacks '\(field)'", es: "a «\(id)» le falta «\(field)»"),
        hint: tongue.pick(
          en: "add it, or write '\(field): unknown'", es: "añádelo o escribe «\(field): unknown»"))
    case .unknownSource(let id, let source, let known, let nearest):
      Sentence(
        tongue.pick(
          en: "'\(id)' is bound to the source '\(source)', which site.yaml does not have",
          es: "«\(id)» está ligado a la fuente «\(source)», que no está en site.yaml"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? (known.isEmpty
            ? tongue.pick(
              en: "add it under inventory.sources", es: "añádela en inventory.sources")
            : tongue.pick(
              en: "sources: \(known.joined(separator: ", "))", es: "fuentes: \(known.joined(separator: ", "))"
            )))
    case .badBinding(let id, let field, let text):
      Sentence(
        tongue.pick(
          en: "'\(id)': '\(text)' names no object for live.\(field)",
          es: "«\(id)»: «\(text)» no nombra ningún objeto para live.\(field)"),
        hint: field == "workload"
          ? tongue.pick(
            en: "write deployment/NAMESPACE/NAME, or statefulset or daemonset",
            es: "escribe deployment/ESPACIO/NOMBRE, o bien statefulset o daemonset")
          : tongue.pick(en: "write NAMESPACE/NAME", es: "escribe ESPACIO/NOMBRE"))
    case .endsBeforeItBegins(let id, let since, let until):
      Sentence(
        tongue.pick(
          en: "'\(id)' ends (\(until)) before it begins (\(since))",
          es: "«\(id)» acaba (\(until)) antes de empezar (\(since))"),
        hint: tongue.pick(en: "swap since: and until:", es: "intercambia since: y until:"))
    case .unknownLanguage(let id, let language, let known):
      Sentence(
        tongue.pick(
          en: "'\(id)' has a text in '\(language)', which is no language of this inventory",
          es: "«\(id)» tiene un texto en «\(language)», que no es un idioma de este inventario"),
        hint: tongue.pick(
          en: "inventory.languages has \(known.listed(in: tongue))",
          es: "inventory.languages tiene \(known.listed(in: tongue))"))
    default: preconditionFailure("told among other sentences")
    }
  }

  private func guest(_ tongue: Tongue) -> Sentence {
    switch self {
    case .guestOnPlainHost(let guest, let host):
      Sentence(
        tongue.pick(
          en: "'\(guest)' runs on '\(host)', which is no hypervisor",
          es: "«\(guest)» corre en «\(host)», que no es un hipervisor"),
        hint: tongue.pick(
          en: "add 'hypervisor' to the roles of '\(host)'", es: "añade «hypervisor» a los roles de «\(host)»")
      )
    case .guestKindNotTaken(let guest, let kind, let platform, let taken):
      Sentence(
        tongue.pick(
          en: "'\(guest)' is of the kind \(kind), which '\(platform)' does not run",
          es: "«\(guest)» es de tipo \(kind), que «\(platform)» no admite"),
        hint: tongue.pick(
          en: "guestKinds has \(taken.listed(in: tongue))", es: "guestKinds tiene \(taken.listed(in: tongue))"
        ))
    case .deviceShared(let device, let guests):
      Sentence(
        tongue.pick(
          en: "'\(device)' is passed through to \(guests.map(\.description).listed(in: tongue))",
          es: "«\(device)» se cede a \(guests.map(\.description).listed(in: tongue))"),
        hint: tongue.pick(
          en: "a device belongs to one guest at a time", es: "un dispositivo es de un solo huésped a la vez"))
    case .deviceElsewhere(let guest, let device, let host):
      Sentence(
        tongue.pick(
          en: "'\(guest)' runs on '\(host)' and cannot be given '\(device)'",
          es: "«\(guest)» corre en «\(host)» y no puede recibir «\(device)»"),
        hint: tongue.pick(en: "name a device of '\(host)'", es: "nombra un dispositivo de «\(host)»"))
    default: preconditionFailure("told among other sentences")
    }
  }
}

extension InventoryFinding {
  private func design(_ tongue: Tongue) -> Sentence {
    switch self {
    case .publicWithoutURL(let id):
      Sentence(
        tongue.pick(en: "'\(id)' is public, but has no url", es: "«\(id)» es pública, pero no tiene url"),
        hint: tongue.pick(
          en: "add url:, so that readers can go there", es: "añade url: para que se pueda visitar"))
    case .workersWithoutControlPlane(let id):
      Sentence(
        tongue.pick(
          en: "'\(id)' has workers, but no control plane",
          es: "«\(id)» tiene workers, pero ningún plano de control"),
        hint: tongue.pick(
          en: "declare a node with role: control-plane, or controlPlane: {members: 1}",
          es: "declara un nodo con role: control-plane, o controlPlane: {members: 1}"))
    case .evenControlPlane(let id, let members):
      Sentence(
        tongue.pick(
          en: "the control plane of '\(id)' has \(members) members, an even number",
          es: "el plano de control de «\(id)» tiene \(members) miembros, un número par"),
        hint: tongue.pick(
          en: "\(members) survive no more losses than \(members - 1): make it \(members + 1)",
          es: "\(members) no soportan más pérdidas que \(members - 1): pon \(members + 1)"))
    case .membersDiffer(let id, let said, let counted):
      Sentence(
        tongue.pick(
          en: "the control plane of '\(id)' is said to have \(Self.count(said, "member", "members")), "
            + "and \(Self.count(counted, "node is", "nodes are")) declared",
          es: "se dice que el plano de control de «\(id)» tiene \(Self.count(said, "miembro", "miembros")) "
            + "y hay \(Self.count(counted, "nodo declarado", "nodos declarados"))"),
        hint: tongue.pick(
          en: "mend controlPlane.members or the nodes", es: "corrige controlPlane.members o los nodos"))
    case .needsRetired(let id, let field, let retired):
      Sentence(
        tongue.pick(
          en: "'\(id)' is in use, but its '\(field)' is '\(retired)', which is retired",
          es: "«\(id)» está en uso, pero su «\(field)» es «\(retired)», que está retirado"),
        hint: tongue.pick(
          en: "set status: retired for '\(id)' too, or name what took its place",
          es: "pon status: retired también a «\(id)», o nombra lo que lo sustituyó"))
    default: preconditionFailure("told among other sentences")
    }
  }

  private static func count(_ count: Int, _ one: String, _ other: String) -> String {
    "\(count) \(count == 1 ? one : other)"
  }

  private func publishing(_ tongue: Tongue) -> Sentence {
    switch self {
    case .privateAllowed(let path):
      Sentence(
        tongue.pick(
          en: "the private field '\(path)' will be published", es: "el campo privado «\(path)» se publicará"),
        hint: tongue.pick(
          en: "give a reason to say that you mean it: {path: \"\(path)\", reason: …}",
          es: "da un motivo para confirmarlo: {path: \"\(path)\", reason: …}"))
    case .allowsNothing(let path, let nearest):
      Sentence(
        tongue.pick(
          en: "publish.allow: nothing has the path '\(path)'",
          es: "publish.allow: nada tiene la ruta «\(path)»"),
        hint: Self.suggestion(nearest, in: tongue)
          ?? tongue.pick(
            en: "write the exact path, such as host:nas.serial",
            es: "escribe la ruta exacta, como host:nas.serial"))
    case .allowsHiddenAddress(let path):
      Sentence(
        tongue.pick(
          en: "'\(path)' is allowed, but publish.addresses is hide",
          es: "«\(path)» está permitido, pero publish.addresses es hide"),
        hint: tongue.pick(
          en: "write addresses: mask, or addresses: show", es: "escribe addresses: mask o addresses: show"))
    default: preconditionFailure("told among other sentences")
    }
  }
}
