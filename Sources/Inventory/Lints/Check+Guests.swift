extension Check {
  /// Guests run on what can run them.
  mutating func checkGuests() {
    for guest in declared.guests {
      guard let host = declared.hosts[guest.runsOn] else { continue }
      let platform = declared.platforms[host.platform]
      let isHypervisor = host.roles.contains(.hypervisor) || platform?.kind == .hypervisor
      let isOpen = host.facts.isUnknown("roles") || host.facts.isUnknown("platform")
      if !isHypervisor, !isOpen {
        add(.guestOnPlainHost(guest: guest.id, host: host.id), at: guest.id, field: "runsOn")
      }
      if let platform, let kind = guest.kind, !platform.guestKinds.isEmpty,
        !platform.guestKinds.contains(kind)
      {
        let taken = platform.guestKinds.map(\.rawValue)
        add(
          .guestKindNotTaken(guest: guest.id, kind: kind.rawValue, platform: platform.id, taken: taken),
          at: guest.id, field: "runsOn")
      }
    }
  }

  /// A device is given to one guest, and to one that runs beside it.
  mutating func checkDevices() {
    var holders: [Reference: [EntityID]] = [:]
    for guest in declared.guests {
      for device in guest.passthrough where declared[device.entity] != nil && device.part != nil {
        if let host = relations.host(of: guest.id), host != device.entity {
          add(
            .deviceElsewhere(guest: guest.id, device: device, host: host),
            at: guest.id, field: "passthrough", to: device.entity)
        }
        if guest.common.status.exists { holders[device, default: []].append(guest.id) }
      }
    }
    for (device, guests) in holders where guests.count > (declared[device.entity]?.count ?? 1) {
      add(
        .deviceShared(device: device, guests: guests), at: guests[guests.count - 1], field: "passthrough",
        to: device.entity)
    }
  }
}
