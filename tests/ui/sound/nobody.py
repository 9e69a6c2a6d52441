"""Devices that play for nobody, on which tests listen to what would be heard."""

from threading import Event, current_thread, main_thread

from desktop.ui.sound.device import Device
from desktop.ui.sound.player import OpenDevice, Pull
from desktop.ui.sound.sounds import Sound, samples_of

SOON = 10.0
"""Seconds to wait for what must come."""


class Nobody:
    """Opens devices that play for nobody, and listens at them."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.open = 0
        self.opened = 0
        self.length = len(samples_of(Sound.TURN, 100))
        self.enough = Event()
        self.silent = Event()
        self.closed = Event()
        self.on_main = False

    def __call__(self, pull: Pull) -> OpenDevice:
        self.on_main |= current_thread() is main_thread()
        self.opened += 1
        self.open += 1
        device = Device(lambda most: self.listen(pull(most)), ["null"])
        return Closing(device, self)

    def listen(self, samples: memoryview) -> memoryview:
        self.heard += samples
        if len(self.heard) >= self.length:
            self.enough.set()
        if not samples:
            self.silent.set()
        return samples


class Closing:
    def __init__(self, device: Device, nobody: Nobody) -> None:
        self._device = device
        self._nobody = nobody

    def close(self) -> None:
        self._device.close()
        self._nobody.open -= 1
        self._nobody.closed.set()
