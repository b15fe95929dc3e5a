import Diagnostics
import Language

// What is told of machines and clusters that do not fit together.

extension InventoryFinding {
  func guest(_ tongue: Tongue) -> Sentence {
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

  func design(_ tongue: Tongue) -> Sentence {
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
}
